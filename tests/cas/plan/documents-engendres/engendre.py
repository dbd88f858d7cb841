# Generated plans: JSON to CSV (plain, and for Excel) and back give the same canonical document, and CSV
# read back is echoed byte for byte. argv: the seed.
import json,random,subprocess,sys
P='aet-plan'
def run(args,data): 
    r=subprocess.run([P,'valider','-q','--date','2026-10-15']+args,input=data,capture_output=True)
    return r
rnd=random.Random(int(sys.argv[1]) if len(sys.argv)>1 else 1)
W=['lire','=2+2','«a»','a|b','a\\b','x;y','"q"',"l’été",'\'-1','007','1e3','12,5','true','null','{"a":1}','  x','ligne\nsuite','é'*3,'-','@x','0.10','"','\\|']
def txt(): return ' '.join(rnd.choice(W) for _ in range(rnd.randint(1,3)))
def lst(): return [txt().replace('\n',' ').strip() or 'x' for _ in range(rnd.randint(1,3))]
def maybe(d,k,f,p=.6):
    if rnd.random()<p: d[k]=f()
n=[0]
def base():
    d={}; n[0]+=1
    if rnd.random()<.7: d['id']=f'e{n[0]}'
    maybe(d,'libelle',txt); 
    if rnd.random()<.1: d['maison']=rnd.choice([1.50,'007',['a','b'],{'x':[1,None]},True,'{','12','null',False])
    return d
def day(): return f'202{rnd.randint(4,6)}-0{rnd.randint(1,9)}-1{rnd.randint(0,9)}'
def month(): return rnd.choice([day(),day()[:7]])
def money(): return rnd.choice([0,12,12.5,1234.56,1000000])
def val(): return rnd.choice([0,3,2.50,-0.001,1e3,1.234,'beau temps','12','45 %'])
def many(f,hi=2): return [f() for _ in range(rnd.randint(0,hi))]
def rel():
    d=base(); maybe(d,'date',day); maybe(d,'valeur',val); maybe(d,'confiance',txt); return d
def ind():
    d=base(); maybe(d,'mesure',lambda:'qualitatif',1); maybe(d,'depart',val); maybe(d,'cible',val); maybe(d,'outil',txt); maybe(d,'releves',lambda:many(rel,3)); return d
def sui():
    d=base(); maybe(d,'date',day); maybe(d,'etat',lambda:rnd.choice(['prévue','En cours','realisee'])); maybe(d,'avancement',lambda:rnd.choice([0,12.5,100])); maybe(d,'depense',money); return d
def act():
    d=base(); maybe(d,'contenu',txt); maybe(d,'partenaires',lst); maybe(d,'debut',lambda:'2024-'+'0'+str(rnd.randint(1,9))); maybe(d,'fin',lambda:'2026-05'); maybe(d,'budget',money)
    maybe(d,'ressources',lambda:{k:txt() for k in ['humaines','materielles','financieres'] if rnd.random()<.5})
    maybe(d,'bailleurs',lambda:many(lambda:{'nom':txt(),'montant':money()})); maybe(d,'suivis',lambda:many(sui)); maybe(d,'mentions',lambda:many(lambda:{**base(),'objet':txt()})); return d
def tra():
    d=base(); maybe(d,'systeme',lambda:rnd.choice(['enfant','Famille','COMMUNAUTÉ'])); maybe(d,'partenaires',lst); maybe(d,'indicateurs',lambda:many(ind)); maybe(d,'actions',lambda:many(act)); return d
def plan(i):
    d={'regroupement':{'id':f'g{i}','nom':txt(),'niveau':rnd.randint(1,4)}}
    maybe(d,'id',lambda:f'p{i}',.4); maybe(d,'libelle',txt); maybe(d,'annee',lambda:2025); maybe(d,'cycle',lambda:{'debut':'2024-01','fin':'2027-01-31'}); maybe(d,'regles_fonctionnement',lst)
    maybe(d,'facteurs',lambda:many(lambda:{**base(),'systeme':'famille'})); maybe(d,'constats',lambda:many(lambda:{**base(),'prioritaire':rnd.random()<.5}))
    maybe(d,'objectifs',lambda:many(lambda:{**base(),'transformations':many(tra,3)},3)); maybe(d,'communication',lambda:many(lambda:{'id':f'k{rnd.random()}','quoi':txt(),'public':lst(),'budget':money()}))
    maybe(d,'suivi',lambda:{'dates':[day(),day()],'frequence':txt()}); maybe(d,'diagnostics',lambda:many(lambda:{**base(),'reponses':{str(k):rnd.choice('ABC') for k in range(1,19) if rnd.random()<.7}}))
    maybe(d,'revisions',lambda:many(lambda:{**base(),'motif':txt()})); maybe(d,'rencontres',lambda:many(lambda:{**base(),'date':day(),'tenue':rnd.random()<.5,'presents':lst()}))
    return d
N=80
docs=[plan(i) for i in range(N)]
src=json.dumps(docs,ensure_ascii=False).encode()
c0=run(['--canonique'],src); assert c0.returncode==0,(c0.stderr.decode()[-2000:])
for args in (['-t','csv'],['--excel']):
    k=run(args,src); assert k.returncode==0,k.stderr.decode()[-1500:]
    c1=run(['-t','json'],k.stdout)
    if c1.returncode: print(c1.stderr.decode()[-1500:]); sys.exit(1)
    if c1.stdout!=c0.stdout:
        a,b=json.loads(c0.stdout),json.loads(c1.stdout); print(args,'DIFF',len(a),len(b))
        for x,y in zip(a,b):
            if json.dumps(x)!=json.dumps(y): print(json.dumps(x,ensure_ascii=False)[:3000]); print(json.dumps(y,ensure_ascii=False)[:3000]); break
        sys.exit(1)
    k2=run(['--excel'] if '--excel' in args else ['-t','csv'],c1.stdout); assert k2.stdout==k.stdout, 'csv differs'
    e=run([],k.stdout)
    if e.stdout!=k.stdout.removeprefix(b'\xef\xbb\xbf'):
        import difflib
        a,b=k.stdout.decode().split('\n'),e.stdout.decode().split('\n')
        print(args,len(a),len(b),e.stderr.decode()[-600:])
        for x,y in zip(a,b):
            if x!=y: print(repr(x[:300]));print(repr(y[:300]));break
        sys.exit(1)
print('ok')
